/** The number plan, ported numbers and lists on screens, and how the hall judges one number. */
@NullMarked
package org.omnihall.hall.party.numbers;

import org.jspecify.annotations.NullMarked;
