/** The demo city as files: places, channels, companies, people, their spend and contacts of a year, made up from a seed. */
@NullMarked
package org.omnihall.bench.city;

import org.jspecify.annotations.NullMarked;
