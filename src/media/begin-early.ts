import { beginEarly } from './early.js';

beginEarly();
