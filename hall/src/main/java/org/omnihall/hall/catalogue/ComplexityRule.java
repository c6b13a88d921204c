package org.omnihall.hall.catalogue;

/**
 * How the complexity follows from the effort (requirement B20): points = step points × steps + document points × documents + approval points
 * × approvals + minute points × minutes. More of anything never makes a business simpler.
 *
 * @param mediumFrom the first number of points that is medium
 * @param highFrom the first number of points that is high
 */
public record ComplexityRule(
        int stepPoints, int documentPoints, int approvalPoints, int minutePoints, int mediumFrom, int highFrom) {

    public long points(Effort effort) {
        return (long) stepPoints * effort.steps()
                + (long) documentPoints * effort.documents()
                + (long) approvalPoints * effort.approvals()
                + (long) minutePoints * effort.minutes();
    }

    public Complexity of(Effort effort) {
        long points = points(effort);
        if (points < mediumFrom) {
            return Complexity.LOW;
        }
        return points < highFrom ? Complexity.MEDIUM : Complexity.HIGH;
    }
}
