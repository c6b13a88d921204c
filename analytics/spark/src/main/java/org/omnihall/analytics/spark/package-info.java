/** The nightly jobs on a Spark cluster: the other engine, in a module of its own because of all that it brings along. */
@NullMarked
package org.omnihall.analytics.spark;

import org.jspecify.annotations.NullMarked;
