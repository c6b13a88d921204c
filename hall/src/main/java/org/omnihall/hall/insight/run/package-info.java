/** Computing everybody's value: the runs of the analytics program, and telling the customer cards what came of them. */
@NullMarked
package org.omnihall.hall.insight.run;

import org.jspecify.annotations.NullMarked;
