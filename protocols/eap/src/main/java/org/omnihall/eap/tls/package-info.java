/** The methods on TLS: EAP-TLS, PEAP and EAP-TTLS over the JDK's engine, TLS 1.2 and 1.3. */
@NullMarked
package org.omnihall.eap.tls;

import org.jspecify.annotations.NullMarked;
