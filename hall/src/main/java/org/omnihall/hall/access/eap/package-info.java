/** 802.1X: conversations of EAP, the certificate that they show, and the accounts that they prove. */
@NullMarked
package org.omnihall.hall.access.eap;

import org.jspecify.annotations.NullMarked;
