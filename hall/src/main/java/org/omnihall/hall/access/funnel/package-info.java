/** How far each login attempt came, why it stopped, and the story of a number that cannot get online. */
@NullMarked
package org.omnihall.hall.access.funnel;

import org.jspecify.annotations.NullMarked;
