/** Sockets of UDP for a server whose single thread reads and mostly answers at once. */
@NullMarked
package org.omnihall.radius.udp;

import org.jspecify.annotations.NullMarked;
