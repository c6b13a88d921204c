/** Bounded measurements of a hall, with what they were taken on: figures for docs/measurements. */
@NullMarked
package org.omnihall.bench.measure;

import org.jspecify.annotations.NullMarked;
