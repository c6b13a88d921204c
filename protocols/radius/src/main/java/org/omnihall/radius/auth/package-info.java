/** How a packet and a password are proven: authenticators, Message-Authenticator, PAP, CHAP, MS-CHAPv2. */
@NullMarked
package org.omnihall.radius.auth;

import org.jspecify.annotations.NullMarked;
