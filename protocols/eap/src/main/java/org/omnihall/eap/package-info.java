/** EAP (RFC 3748) as a server speaks it: packets, the conversation that negotiates a method, and the plug for methods. */
@NullMarked
package org.omnihall.eap;

import org.jspecify.annotations.NullMarked;
