/** What companies do with products in the enterprise hall: see, try, order, approve, pay, follow, keep, change and end. */
@NullMarked
package org.omnihall.hall.enterprise.shop;

import org.jspecify.annotations.NullMarked;
