/** Immutable octet strings and MAC addresses, shared by the protocol libraries. */
@NullMarked
package org.omnihall.octets;

import org.jspecify.annotations.NullMarked;
