/** The value pyramid: tiers with borders that are data, what each came to, and who is in it. */
@NullMarked
package org.omnihall.hall.insight.pyramid;

import org.jspecify.annotations.NullMarked;
