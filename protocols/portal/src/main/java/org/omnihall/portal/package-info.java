/** The WLAN Portal protocol of China Mobile, Huawei and H3C: octets, packets and what they mean. */
@NullMarked
package org.omnihall.portal;

import org.jspecify.annotations.NullMarked;
