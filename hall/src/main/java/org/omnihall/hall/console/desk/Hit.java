package org.omnihall.hall.console.desk;

/**
 * One customer that a search found, as far as the channel may see him.
 *
 * @param company whether it is a company and no subscriber
 * @param title a masked number or a company's name
 * @param detail who holds the number, or the tier of the company; may be empty
 */
public record Hit(boolean company, long id, String title, String detail) {}
