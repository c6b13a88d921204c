/** What is true about sessions: accounting, the open and the closed ones, places held for devices, and ending a session. */
@NullMarked
package org.omnihall.hall.access.session;

import org.jspecify.annotations.NullMarked;
