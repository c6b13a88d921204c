/** Who may go online: login tokens, the decision on an Access-Request, and the reply in each vendor's words. */
@NullMarked
package org.omnihall.hall.access.aaa;

import org.jspecify.annotations.NullMarked;
