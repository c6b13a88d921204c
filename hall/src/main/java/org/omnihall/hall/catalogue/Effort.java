package org.omnihall.hall.catalogue;

/**
 * What one case of a business takes; the inputs of its complexity (requirement B20).
 *
 * @param steps acts of whoever handles it
 * @param documents papers the customer brings or signs
 * @param approvals people who have to agree
 * @param minutes mean handling time
 */
public record Effort(int steps, int documents, int approvals, int minutes) {}
