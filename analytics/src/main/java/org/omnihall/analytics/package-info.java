/** Nightly jobs over the tables of the hall: one SQL text a step, run by DuckDB in the process or by a Spark cluster. */
@NullMarked
package org.omnihall.analytics;

import org.jspecify.annotations.NullMarked;
