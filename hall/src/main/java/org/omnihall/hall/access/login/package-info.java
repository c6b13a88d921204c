/** The login pages as phones see them: landing hop, forms, slot, success, logout. */
@NullMarked
package org.omnihall.hall.access.login;

import org.jspecify.annotations.NullMarked;
