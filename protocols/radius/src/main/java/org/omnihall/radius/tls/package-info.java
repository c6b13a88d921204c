/** RADIUS over TLS, called RadSec (RFC 6614, with the lessons of RFC 6613 and RFC 7360): a server and a client with certificates on both sides. */
@NullMarked
package org.omnihall.radius.tls;

import org.jspecify.annotations.NullMarked;
