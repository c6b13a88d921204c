/** What attribute numbers mean: names, value types and named values, read from data files. */
@NullMarked
package org.omnihall.radius.dictionary;

import org.jspecify.annotations.NullMarked;
