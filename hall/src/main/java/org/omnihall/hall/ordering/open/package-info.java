/** Carts, quotes, orders, products and payments as TM Forum's interfaces tell of them (TMF663, 648, 622, 637, 676). */
@NullMarked
package org.omnihall.hall.ordering.open;

import org.jspecify.annotations.NullMarked;
