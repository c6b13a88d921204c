/** The operator's screens of the wireless city: network, sessions, business figures, funnel and trace. */
@NullMarked
package org.omnihall.hall.access.screens;

import org.jspecify.annotations.NullMarked;
