/** Bills: what an account owes for a period, computed to the fen or told by the business support system (requirement D12; TMF678). */
@NullMarked
package org.omnihall.hall.ordering.bill;

import org.jspecify.annotations.NullMarked;
