/** RADIUS over UDP: a server that hands out verified requests, a client that repeats until it is answered. */
@NullMarked
package org.omnihall.radius.transport;

import org.jspecify.annotations.NullMarked;
