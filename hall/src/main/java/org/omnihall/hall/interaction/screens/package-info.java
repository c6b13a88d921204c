/** The operator's screens over contacts, journeys, cards and notices. */
@NullMarked
package org.omnihall.hall.interaction.screens;

import org.jspecify.annotations.NullMarked;
