/** The China Mobile, Huawei and H3C WLAN Portal protocol, both sides. */
@NullMarked
package org.omnihall.portal;

import org.jspecify.annotations.NullMarked;
