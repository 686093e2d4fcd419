import { colourMode } from './dom.ts';

// Runs before the first paint, so that a page never shows in the wrong colours.
colourMode.apply();
