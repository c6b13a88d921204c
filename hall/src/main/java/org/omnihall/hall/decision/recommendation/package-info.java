/** Lets programs ask what to show to a customer, as TM Forum's queryProductRecommendation (TMF680). */
@NullMarked
package org.omnihall.hall.decision.recommendation;

import org.jspecify.annotations.NullMarked;
