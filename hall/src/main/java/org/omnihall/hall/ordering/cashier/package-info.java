/** Payments through a port: cashiers of three protocols, attempts to pay, and what becomes of their callbacks (requirement D1). */
@NullMarked
package org.omnihall.hall.ordering.cashier;

import org.jspecify.annotations.NullMarked;
