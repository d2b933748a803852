import { serve } from './language-server.ts';

serve();
