/** Sockets of UDP for a server whose readers mostly answer at once. */
@NullMarked
package org.omnihall.radius.udp;

import org.jspecify.annotations.NullMarked;
