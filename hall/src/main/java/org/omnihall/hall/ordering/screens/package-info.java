/** Orders and products as the staff see them. */
@NullMarked
package org.omnihall.hall.ordering.screens;

import org.jspecify.annotations.NullMarked;
