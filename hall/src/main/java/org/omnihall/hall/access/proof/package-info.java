/** Which controllers prove their Access-Requests by Message-Authenticator, and which still fall short (CVE-2024-3596, access rule 7). */
@NullMarked
package org.omnihall.hall.access.proof;

import org.jspecify.annotations.NullMarked;
