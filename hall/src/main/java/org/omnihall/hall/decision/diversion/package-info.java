/** Which channel a customer is steered to for a business: the five principles, as a table with an answer for every case. */
@NullMarked
package org.omnihall.hall.decision.diversion;

import org.jspecify.annotations.NullMarked;
