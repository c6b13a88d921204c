/** Enterprise SMS as a product: its step opens and closes a line of {@code messaging}, and what goes out on it is its usage (requirement D10). */
@NullMarked
package org.omnihall.hall.ordering.sms;

import org.jspecify.annotations.NullMarked;
