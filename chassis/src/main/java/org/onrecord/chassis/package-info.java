/**
 * What every service stands on, written once: how it answers errors ({@code problem}), whom it lets in ({@code access}), how
 * events travel ({@code event}), whether what it needs is there ({@code backing}), what goes on in it all the time ({@code loop}), and what it is told ({@code environment}).
 */
package org.onrecord.chassis;
