/** Who has an answer already is told so, instead of being sent it again. */
package org.onrecord.api.unchanged;
