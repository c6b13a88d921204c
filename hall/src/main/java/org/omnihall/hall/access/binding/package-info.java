/** Which device of which SSID group belongs to which subscriber, so that a returning phone need not type. */
@NullMarked
package org.omnihall.hall.access.binding;

import org.jspecify.annotations.NullMarked;
