/** The accounting journal: what waits on this node's disk for the database, in segments that a power cut cannot falsify (ADR 0017). */
@NullMarked
package org.omnihall.hall.access.session.journal;

import org.jspecify.annotations.NullMarked;
