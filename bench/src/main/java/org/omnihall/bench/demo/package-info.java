/** The demo: the hall in a simulated city, and one phone's whole story for whoever wants to read it. */
@NullMarked
package org.omnihall.bench.demo;

import org.jspecify.annotations.NullMarked;
