/**
 * The demo city as files: Areas, grids, channels, companies, holders of numbers, members, spend and contacts of a year, made up from a seed.
 */
@NullMarked
package org.omnihall.bench.city;

import org.jspecify.annotations.NullMarked;
