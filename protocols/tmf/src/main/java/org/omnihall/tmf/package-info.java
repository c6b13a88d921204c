/** What TM Forum's REST guideline (TMF630, v4) asks of every resource; one gets it all by declaring its {@link ResourceType}. */
@NullMarked
package org.omnihall.tmf;

import org.jspecify.annotations.NullMarked;
