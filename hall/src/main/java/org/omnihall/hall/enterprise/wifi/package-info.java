/** A company's own Wi-Fi in the enterprise hall: the login pages of its Venues, and who came. */
@NullMarked
package org.omnihall.hall.enterprise.wifi;

import org.jspecify.annotations.NullMarked;
