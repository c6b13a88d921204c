/** PostgreSQL from embedded binaries: unpacked, initialised, started as a child process and stopped, with full durability. */
@NullMarked
package org.omnihall.hall.database.embedded;

import org.jspecify.annotations.NullMarked;
