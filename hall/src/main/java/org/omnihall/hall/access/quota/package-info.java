/** What people have used of what their access profiles give them in a day and a month, and what is left of it. */
@NullMarked
package org.omnihall.hall.access.quota;

import org.jspecify.annotations.NullMarked;
