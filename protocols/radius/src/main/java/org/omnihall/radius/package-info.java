/** RADIUS packets, attributes and dictionaries, authentication methods, server and client transport (RFC 2865, 2866, 5176). */
@NullMarked
package org.omnihall.radius;

import org.jspecify.annotations.NullMarked;
