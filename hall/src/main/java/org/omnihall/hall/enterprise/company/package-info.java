/** A company's own people in the enterprise hall: who they are, what their roles let them do, and above which sum an order waits. */
@NullMarked
package org.omnihall.hall.enterprise.company;

import org.jspecify.annotations.NullMarked;
