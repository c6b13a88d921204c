package org.omnihall.hall.catalogue;

/** One offering in a bundle, so many times. */
public record BundlePart(String offering, int quantity) {}
