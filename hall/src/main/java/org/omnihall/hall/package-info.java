/** The modular monolith: one package is one business capability is one PostgreSQL schema. */
@NullMarked
package org.omnihall.hall;

import org.jspecify.annotations.NullMarked;
