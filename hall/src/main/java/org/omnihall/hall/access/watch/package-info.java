/** The packet trace: what a controller or a user sends and gets over RADIUS, for some minutes, without secrets (requirement A12). */
@NullMarked
package org.omnihall.hall.access.watch;

import org.jspecify.annotations.NullMarked;
