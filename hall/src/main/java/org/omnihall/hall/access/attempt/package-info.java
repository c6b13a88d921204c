/** One device's try to get online: where it stands, what it may do next, and the handle by which its pages are known. */
@NullMarked
package org.omnihall.hall.access.attempt;

import org.jspecify.annotations.NullMarked;
