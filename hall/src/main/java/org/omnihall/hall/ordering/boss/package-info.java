/** What the business support system is told, at its pace: an outbox, a rate, a circuit breaker and the HTTP that it speaks (requirement D4). */
@NullMarked
package org.omnihall.hall.ordering.boss;

import org.jspecify.annotations.NullMarked;
